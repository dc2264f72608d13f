import { testLanguage } from './languages';
import { installedInJava, missingForJava } from './java';

testLanguage('Java', missingForJava(), 'App.java', installedInJava);
