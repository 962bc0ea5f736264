import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeInText } from "./place-in-text.ts";

describe("placeInText", () => {
  const here = { latitude: 52.52, longitude: 13.405 };
  const south = { latitude: -34.6037, longitude: -58.3816 };

  finds("two numbers", "52.52, 13.405", here);
  finds("two numbers without a comma", "52.52 13.405", here);
  finds("numbers with decimal commas", "52,52; 13,405", here);
  finds("numbers below zero", "-34.6037,-58.3816", south);
  finds("the letters of the hemispheres", "34.6037° S, 58.3816° W", south);
  finds("Russian letters of the hemispheres", "52.52 С, 13.405 В", here);
  finds("degrees, minutes and seconds", "52°31′12″N 13°24′18″E", here);
  finds(
    "a place of Google",
    "https://www.google.com/maps/place/X/@1,2,17z/data=!3d52.52!4d13.405",
    here,
  );
  finds("a view of Google", "https://www.google.com/maps/@52.52,13.405,17z", here);
  finds("a search of Google", "https://maps.google.com/?q=52.52,13.405", here);
  finds("an encoded comma", "https://www.google.com/maps/search/?api=1&query=52.52%2C13.405", here);
  finds(
    "a mark of OpenStreetMap",
    "https://www.openstreetmap.org/?mlat=52.52&mlon=13.405#map=16/1/2",
    here,
  );
  finds("a view of OpenStreetMap", "https://www.openstreetmap.org/#map=16/52.52/13.405", here);
  finds("Apple's map", "https://maps.apple.com/?ll=52.52,13.405&q=Shop", here);
  finds("Yandex, longitude first", "https://yandex.ru/maps/?ll=13.405%2C52.52&z=17", here);
  finds("2GIS, longitude first", "https://2gis.ru/moscow/geo/70000001/13.405,52.52", here);
  finds("a link of a phone", "geo:52.52,13.405?z=17", here);
  finds("nothing in a shortened link", "https://maps.app.goo.gl/abcdef", null);
  finds("nothing in words", "Unter den Linden 1", null);
  finds("nothing off the earth", "95.1, 13.4", null);
  finds("nothing in a phone number", "+49 1550 7654321", null);

  function finds(name: string, text: string, expected: object | null) {
    it(`finds ${name}`, () => assert.deepEqual(placeInText(text), expected));
  }
});
