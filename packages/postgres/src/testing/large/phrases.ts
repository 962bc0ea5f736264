/** How people of one language write to a shop, and how it answers. `#` becomes an order's number. */
export type Phrasebook = {
  readonly language: string;
  /** Of a hundred contacts, how many write so. */
  readonly share: number;
  readonly dialPrefix: string;
  readonly firstNames: readonly string[];
  readonly lastNames: readonly string[];
  readonly asks: readonly string[];
  readonly details: readonly string[];
  readonly answers: readonly string[];
  readonly closings: readonly string[];
};

/** A word so rare that a search has to find a needle: one message in about twenty thousand has it. */
export const RARE_WORDS = ["tourmaline", "изразец"] as const;

/** Said in the shares in which a European shop hears them. */
export const PHRASEBOOKS: readonly Phrasebook[] = [
  {
    language: "en",
    share: 42,
    dialPrefix: "44770",
    firstNames: [
      "Olivia",
      "Noah",
      "Amelia",
      "George",
      "Isla",
      "Leo",
      "Ava",
      "Oscar",
      "Mia",
      "Jack",
    ],
    lastNames: ["Smith", "Patel", "Jones", "Murphy", "Wilson", "Khan", "Evans", "Brown", "Reid"],
    asks: [
      "Where is my order #?",
      "Hello, is the blue kettle in stock again?",
      "Could you change the delivery address of #?",
      "The parcel arrived damaged, what can we do?",
      "I would like to return two cups from order #.",
      "Do you ship to Portugal, and how long does it take?",
      "Can I book a table for six on Friday evening?",
      "My discount code does not work at checkout.",
      "Is the invoice for # already available?",
      "What are your opening hours at the weekend?",
    ],
    details: [
      "I have been waiting since last week.",
      "It is a birthday present, so it is rather urgent.",
      "Thank you in advance!",
      "The tracking page has said nothing for days.",
      "I can send photos if that helps.",
      "My neighbour received hers yesterday.",
      "",
      "",
    ],
    answers: [
      "Good morning, I am looking into it right now.",
      "Your order # left our warehouse this morning.",
      "The courier has confirmed delivery for tomorrow.",
      "We have refunded the full amount to your card.",
      "A replacement is on its way, free of charge.",
      "Yes, we have reserved one for you until Saturday.",
      "Please tell us the postal code and the house number.",
      "I have attached the invoice for # to your account.",
    ],
    closings: [
      "Is there anything else we can do?",
      "Have a lovely day!",
      "Sorry for the trouble.",
      "",
      "",
    ],
  },
  {
    language: "ru",
    share: 28,
    dialPrefix: "7921",
    firstNames: ["Анна", "Мария", "Иван", "Дмитрий", "Ольга", "Сергей", "Полина", "Артём", "Вера"],
    lastNames: ["Кузнецова", "Соколов", "Морозова", "Павлов", "Лебедева", "Орлов", "Волкова"],
    asks: [
      "Где мой заказ #?",
      "Здравствуйте, синий чайник снова есть в наличии?",
      "Можно поменять адрес доставки по заказу #?",
      "Посылка пришла повреждённой, что делать?",
      "Хочу вернуть две чашки из заказа #.",
      "Сколько стоит доставка в Казань и сколько она идёт?",
      "Можно забронировать столик на шестерых в пятницу?",
      "Промокод на скидку не срабатывает при оплате.",
      "Готовы ли документы по заказу #?",
      "До которого часа вы работаете в выходные?",
    ],
    details: [
      "Жду уже целую неделю.",
      "Это подарок на день рождения, очень нужно успеть.",
      "Заранее спасибо!",
      "На странице отслеживания третий день ничего не меняется.",
      "Могу прислать фотографии.",
      "Соседка свою посылку получила вчера.",
      "",
      "",
    ],
    answers: [
      "Доброе утро, уже проверяю.",
      "Ваш заказ # сегодня утром передан в доставку.",
      "Курьер подтвердил, что привезёт завтра.",
      "Мы вернули всю сумму на вашу карту.",
      "Отправляем замену бесплатно.",
      "Да, отложили для вас до субботы.",
      "Подскажите, пожалуйста, индекс и номер дома.",
      "Документы по заказу # в вашем личном кабинете.",
    ],
    closings: ["Чем ещё можем помочь?", "Хорошего дня!", "Извините за неудобства.", "", ""],
  },
  {
    language: "es",
    share: 14,
    dialPrefix: "34611",
    firstNames: ["Lucía", "Mateo", "Sofía", "Hugo", "Carmen", "Pablo", "Elena", "Diego"],
    lastNames: ["García", "López", "Romero", "Navarro", "Ortega", "Molina", "Vidal"],
    asks: [
      "¿Dónde está mi pedido #?",
      "Hola, ¿vuelve a estar disponible la tetera azul?",
      "¿Se puede cambiar la dirección de entrega de #?",
      "El paquete llegó roto, ¿qué hacemos?",
      "Quiero devolver dos tazas del pedido #.",
      "¿Hacen envíos a Canarias?",
      "¿Tienen mesa para seis el viernes?",
    ],
    details: ["Llevo esperando una semana.", "Es un regalo y corre prisa.", "¡Gracias!", "", ""],
    answers: [
      "Buenos días, lo estoy mirando ahora mismo.",
      "Su pedido # ha salido esta mañana del almacén.",
      "El mensajero confirma la entrega para mañana.",
      "Le hemos devuelto el importe a su tarjeta.",
      "Le enviamos otra sin coste.",
    ],
    closings: ["¿Podemos ayudarle en algo más?", "¡Que tenga un buen día!", "", ""],
  },
  {
    language: "de",
    share: 11,
    dialPrefix: "49151",
    firstNames: ["Lena", "Jonas", "Emma", "Paul", "Hannah", "Felix", "Marie", "Lukas"],
    lastNames: ["Müller", "Schmidt", "Weber", "Wagner", "Köhler", "Vogel", "Groß"],
    asks: [
      "Wo bleibt meine Bestellung #?",
      "Guten Tag, ist der blaue Wasserkessel wieder lieferbar?",
      "Kann man die Lieferadresse von # noch ändern?",
      "Das Paket kam beschädigt an, was nun?",
      "Ich möchte zwei Tassen aus # zurückgeben.",
      "Haben Sie am Freitag einen Tisch für sechs?",
    ],
    details: ["Ich warte seit einer Woche.", "Es ist ein Geschenk und eilt.", "Danke!", "", ""],
    answers: [
      "Guten Morgen, ich schaue sofort nach.",
      "Ihre Bestellung # hat heute früh das Lager verlassen.",
      "Der Kurier bringt sie morgen.",
      "Der Betrag ist auf Ihre Karte zurückgebucht.",
      "Ersatz ist kostenlos unterwegs.",
    ],
    closings: ["Können wir noch etwas tun?", "Einen schönen Tag!", "", ""],
  },
  {
    language: "ar",
    share: 5,
    dialPrefix: "97150",
    firstNames: ["ليلى", "أحمد", "مريم", "يوسف", "نور", "خالد"],
    lastNames: ["حداد", "منصور", "سالم", "عيسى", "الخطيب"],
    asks: ["أين طلبي #؟", "مرحبا، هل الإبريق الأزرق متوفر؟", "هل يمكن تغيير عنوان التوصيل للطلب #؟"],
    details: ["أنتظر منذ أسبوع.", "شكرا لكم!", "", ""],
    answers: ["صباح الخير، أتحقق الآن.", "خرج طلبك # من المستودع هذا الصباح.", "سيصل غدا."],
    closings: ["هل من خدمة أخرى؟", "", ""],
  },
];
