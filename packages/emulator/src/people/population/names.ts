import { type Dice, pickOne } from "./dice.ts";

/** Given and family names of a language; a family name may depend on the given one. */
type Names = {
  readonly women: readonly string[];
  readonly men: readonly string[];
  readonly families: readonly string[];
  /** The family name as a woman bears it, where that differs. */
  readonly ofWoman?: (family: string) => string;
};

/** A name as people write it into their profile: most often in full, else the given name alone. */
export function pickName(dice: Dice, language: string): string {
  const names = NAMES[language] ?? ENGLISH;
  const woman = dice() < 0.5;
  const given = pickOne(dice, woman ? names.women : names.men);
  const family = pickOne(dice, names.families);
  if (dice() < 0.2) return given;
  return `${given} ${woman && names.ofWoman !== undefined ? names.ofWoman(family) : family}`;
}

const words = (text: string) => text.trim().split(/\s+/);

const ENGLISH: Names = {
  women: words(
    "Alice Amelia Chloe Daisy Emma Grace Hannah Ivy Jane Kate Laura Lucy Megan Nora Olivia Paula Rose Sarah Tessa Zoe",
  ),
  men: words(
    "Adam Ben Charlie Daniel Edward Frank George Harry Isaac Jack Kevin Liam Mark Nathan Oscar Peter Ryan Sam Thomas William",
  ),
  families: words(
    "Adams Baker Brown Carter Clark Cooper Davies Evans Foster Green Hall Harris Hughes Johnson King Lewis Martin Moore Parker Reed Scott Taylor Turner Walker Ward Wilson Wood Young",
  ),
};

const NAMES: Readonly<Record<string, Names>> = {
  en: ENGLISH,
  ru: {
    women: words(
      "Алина Анна Анастасия Вера Галина Дарья Екатерина Елена Ирина Ксения Любовь Марина Мария Надежда Наталья Ольга Полина Светлана Татьяна Юлия",
    ),
    men: words(
      "Александр Алексей Андрей Антон Борис Виктор Григорий Денис Дмитрий Евгений Иван Игорь Кирилл Максим Михаил Никита Павел Роман Сергей Степан",
    ),
    families: words(
      "Андреев Белов Васильев Волков Голубев Громов Егоров Жуков Зайцев Иванов Ковалёв Козлов Комаров Крылов Лебедев Макаров Морозов Никитин Орлов Павлов Петров Романов Семёнов Соколов Фёдоров Чернов",
    ),
    ofWoman: (family) => `${family}а`,
  },
  es: {
    women: words(
      "Ana Beatriz Camila Carmen Daniela Elena Fernanda Gabriela Inés Isabel Julia Lucía Marta Natalia Paula Rocío Sofía Teresa Valentina Ximena",
    ),
    men: words(
      "Alejandro Álvaro Andrés Carlos Diego Eduardo Felipe Fernando Gabriel Hugo Javier Jorge Juan Luis Manuel Mateo Nicolás Pablo Ricardo Sergio",
    ),
    families: words(
      "Álvarez Castro Delgado Díaz Fernández Flores García Gómez González Gutiérrez Hernández Herrera Jiménez López Martínez Medina Molina Morales Navarro Ortiz Pérez Ramírez Rojas Romero Ruiz Sánchez Torres Vargas",
    ),
  },
  pt: {
    women: words(
      "Aline Amanda Ana Beatriz Bruna Camila Carolina Débora Fernanda Gabriela Helena Isabela Juliana Larissa Letícia Mariana Patrícia Renata Sofia Vitória",
    ),
    men: words(
      "André Antônio Bruno Caio Daniel Eduardo Felipe Fernando Gabriel Guilherme Gustavo João Leonardo Lucas Marcelo Mateus Paulo Rafael Rodrigo Tiago",
    ),
    families: words(
      "Almeida Alves Araújo Barbosa Cardoso Carvalho Costa Dias Ferreira Gomes Lima Lopes Martins Mendes Moreira Nascimento Oliveira Pereira Ribeiro Rocha Santos Silva Souza Teixeira",
    ),
  },
  de: {
    women: words(
      "Andrea Anja Anna Birgit Claudia Elke Franziska Heike Jana Julia Katrin Lena Lisa Maria Nina Petra Sabine Sandra Sarah Ute",
    ),
    men: words(
      "Alexander Andreas Christian Daniel Erik Florian Frank Jan Jonas Klaus Lukas Markus Martin Max Michael Peter Stefan Thomas Tobias Uwe",
    ),
    families: words(
      "Bauer Becker Braun Fischer Fuchs Hartmann Hoffmann Huber Kaiser Keller Klein Koch König Krause Krüger Lange Maier Müller Neumann Richter Schmidt Schneider Schulz Schwarz Vogel Wagner Weber Wolf",
    ),
  },
  fr: {
    women: words(
      "Amélie Anaïs Camille Caroline Céline Chloé Claire Émilie Hélène Inès Julie Laura Léa Louise Manon Marie Mathilde Pauline Sophie Zoé",
    ),
    men: words(
      "Adrien Alexandre Antoine Arnaud Bastien Clément David Émile Étienne François Hugo Julien Laurent Louis Mathieu Nicolas Olivier Paul Romain Vincent",
    ),
    families: words(
      "Bernard Blanc Bonnet Chevalier Dubois Dupont Durand Faure Fontaine Fournier Garnier Girard Lambert Laurent Lefèvre Leroy Martin Mercier Moreau Morel Petit Renard Robert Roussel Simon Thomas",
    ),
  },
  it: {
    women: words(
      "Alessia Anna Aurora Beatrice Caterina Chiara Elena Elisa Federica Francesca Giulia Laura Lucia Maria Marta Martina Paola Roberta Sara Valentina",
    ),
    men: words(
      "Alessandro Andrea Antonio Carlo Davide Enrico Fabio Federico Filippo Francesco Giorgio Giovanni Luca Marco Matteo Nicola Paolo Pietro Roberto Stefano",
    ),
    families: words(
      "Barbieri Bianchi Bruno Caruso Colombo Conti Costa Esposito Ferrari Ferri Fontana Gallo Greco Leone Lombardi Mancini Marino Moretti Ricci Rinaldi Romano Rossi Russo Santoro Serra Villa",
    ),
  },
  id: {
    women: words(
      "Anisa Ayu Citra Dewi Dian Eka Fitri Indah Intan Kartika Lestari Maya Nur Putri Ratna Rina Sari Siti Wulan Yanti",
    ),
    men: words(
      "Adi Agus Andi Arif Bambang Bayu Budi Dedi Dimas Eko Fajar Hadi Hendra Iwan Joko Rizki Rudi Taufik Wahyu Yusuf",
    ),
    families: words(
      "Firmansyah Gunawan Halim Hidayat Kurniawan Kusuma Maulana Nugroho Permana Pratama Purnomo Rahman Ramadhan Saputra Setiawan Siregar Susanto Utomo Wibowo Wijaya",
    ),
  },
  hi: {
    women: words(
      "अंजलि अनीता आरती कविता काव्या गीता दीपा नेहा पूजा प्रिया मीरा राधा रेखा लता शालिनी सीता सुनीता स्वाति",
    ),
    men: words(
      "अजय अमित अनिल अर्जुन आकाश करण गौरव दीपक मनोज मोहन राज राहुल रवि रोहित विकास विजय संजय सुरेश",
    ),
    families: words(
      "अग्रवाल कपूर कुमार खन्ना गुप्ता चौधरी जैन जोशी त्रिपाठी नायर पटेल पांडे भट्ट मिश्रा मेहता यादव राव वर्मा शर्मा सिंह",
    ),
  },
  ar: {
    women: words(
      "أمل إيمان بسمة جميلة حنان خديجة دانا رانيا ريم زينب سارة سلمى عائشة فاطمة لمى ليلى مريم منى نور هدى",
    ),
    men: words(
      "أحمد إبراهيم باسم جمال حسن خالد رامي زياد سامر سعيد طارق عادل علي عمر فارس كريم محمد محمود ياسر يوسف",
    ),
    families: words(
      "الأحمد البكري الجابري الحداد الحسن الخطيب الخوري الراشد الزهراني السالم الشامي الصباغ العلي الغامدي القحطاني المصري المنصور النجار الهاشمي",
    ),
  },
  tr: {
    women: words(
      "Aslı Ayşe Burcu Büşra Ceren Deniz Derya Ebru Elif Emine Esra Fatma Gamze Hatice Merve Özlem Pınar Selin Yasemin Zeynep",
    ),
    men: words(
      "Ahmet Ali Barış Burak Can Emre Erkan Fatih Hakan Hasan Kemal Mehmet Murat Mustafa Okan Onur Serkan Tolga Umut Yusuf",
    ),
    families: words(
      "Acar Aksoy Arslan Aydın Bulut Çelik Çetin Demir Doğan Erdem Güneş Kaplan Kara Kaya Keskin Kılıç Koç Korkmaz Kurt Özdemir Öztürk Polat Şahin Şimşek Taş Yalçın Yıldırım Yılmaz",
    ),
  },
};
